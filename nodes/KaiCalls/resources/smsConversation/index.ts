import { resourceProperties } from '../../../shared/fields/resource';
import { get } from './get';
import { getMany } from './getMany';

export const smsConversation = resourceProperties('smsConversation', [getMany, get]);
