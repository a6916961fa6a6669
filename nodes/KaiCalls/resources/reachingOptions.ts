import type { INodeProperties } from 'n8n-workflow';

import { contactOptions } from '../../shared/contacts/fields';
import { allowDuplicatesOption } from '../../shared/operations/once';

/** For the operations that ring or text a person. */
export const reachingOptions: INodeProperties[] = [allowDuplicatesOption, ...contactOptions];
