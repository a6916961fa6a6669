import type { IDataObject } from 'n8n-workflow';

import { valueAt } from '../../shared/values/json';
import { plainText } from '../../shared/values/text';

/** Who or what is gone, where Kakiyo tells the name: it stands within the summary. @param member of the summary */
export function deletedName(said: unknown, member: string): IDataObject {
	const name = plainText(valueAt(said, 'deletionSummary', member));
	return name === '' ? {} : { name };
}
