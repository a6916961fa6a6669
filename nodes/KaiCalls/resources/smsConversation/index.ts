import { resourceOf } from '../../../shared/fields/resource';
import { get } from './get';
import { getMany } from './getMany';

export const smsConversation = resourceOf({ name: 'SMS Conversation', value: 'smsConversation' }, [getMany, get]);
