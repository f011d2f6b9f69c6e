import type { DropZoneProps } from 'react-aria-components';
import { openFiles } from './open-files.ts';

type DropEvent = Parameters<NonNullable<DropZoneProps['onDrop']>>[0];

/** Files dropped on the page; whatever else was dragged with them is left alone. */
export async function openDropped({ items }: DropEvent): Promise<void> {
  const files = items.flatMap((item) => (item.kind === 'file' ? [item.getFile()] : []));
  await openFiles(await Promise.all(files));
}
