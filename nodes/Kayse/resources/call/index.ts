import { resourceOf } from '../../../shared/fields/resource';
import { schedule } from './schedule';

export const call = resourceOf({ name: 'Call', value: 'call' }, [schedule]);
