import { isBlank } from './reading/nothing';

/** Whether a value was entered or sent. An expression without a result returns undefined or null. */
export const isFilled = (value: unknown): boolean => !isBlank(value);
