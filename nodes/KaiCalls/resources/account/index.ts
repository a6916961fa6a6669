import { resourceOf } from '../../../shared/fields/resource';
import { getBalance } from './getBalance';

export const account = resourceOf({ name: 'Account', value: 'account' }, [getBalance]);
