import { isBlank } from './reading/nothing';

/** Whether anything was entered or sent. An expression that finds nothing yields undefined or null. */
export const isFilled = (value: unknown): boolean => !isBlank(value);
