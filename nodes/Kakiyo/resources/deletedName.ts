import type { IDataObject } from 'n8n-workflow';

import { valueAt } from '../../shared/values/json';
import { plainText } from '../../shared/values/text';

/** The name of the deleted record, if Kakiyo's summary has it. @param member of the summary */
export function deletedName(said: unknown, member: string): IDataObject {
	const name = plainText(valueAt(said, 'deletionSummary', member));
	return name === '' ? {} : { name };
}
