import { resourceProperties } from '../../../shared/fields/resource';
import { getBalance } from './getBalance';

export const account = resourceProperties('account', [getBalance]);
