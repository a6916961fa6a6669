import type { INodeProperties } from 'n8n-workflow';

import { contactOptions as contactRules } from '../../shared/contacts/fields';
import { allowDuplicatesOption } from '../../shared/operations/once';

/** For the operations that ring or text a person. */
export const contactOptions: INodeProperties[] = [allowDuplicatesOption, ...contactRules];
