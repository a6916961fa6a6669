import type { IDataObject } from 'n8n-workflow';

/** The items that a model reads. */
export const itemsOf = (answer: unknown): IDataObject[] => JSON.parse(String(answer)) as IDataObject[];

/** What a model reads of a call that did not succeed; '' of one that did. */
export const errorOf = async (answer: Promise<unknown>): Promise<string> => String(itemsOf(await answer)[0]?.error ?? '');
