import type { INodeProperties } from 'n8n-workflow';

import { contactOptions as contactRules } from '../../shared/contacts/fields';
import { allowDuplicatesOption } from '../../shared/operations/once';

/** Options of the operations that call or text a person. */
export const contactOptions: INodeProperties[] = [allowDuplicatesOption, ...contactRules];
