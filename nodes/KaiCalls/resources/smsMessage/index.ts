import { resourceOf } from '../../../shared/fields/resource';
import { getMany } from './getMany';
import { send } from './send';

export const smsMessage = resourceOf({ name: 'SMS Message', value: 'smsMessage' }, [send, getMany]);
