import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import styles from './DialogFrame.module.css';

/** A dialog over the page, with its title. A click beside it does nothing: what was begun is not lost. */
export function DialogFrame({
  title,
  size = 'wide',
  onClose,
  testId,
  children,
}: {
  title: string;
  size?: 'wide' | 'narrow';
  onClose: () => void;
  testId: string;
  children: ReactNode;
}) {
  return (
    <ModalOverlay
      className={styles.overlay}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      isDismissable={false}
    >
      <Modal className={styles.modal} data-size={size}>
        <Dialog className={styles.dialog} data-testid={testId}>
          <Heading slot="title" className={styles.title}>
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
