import { overrideStandard } from './change-standards.ts';

/** The radius within which land is shared by those who live there. */
export async function changeCatchment(standardId: string, catchmentMeters: number): Promise<void> {
  if (catchmentMeters > 0) await overrideStandard(standardId, { catchmentMeters });
}
