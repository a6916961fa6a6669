import { resourceProperties } from '../../../shared/fields/resource';
import { getMany } from './getMany';
import { send } from './send';

export const smsMessage = resourceProperties('smsMessage', [send, getMany]);
