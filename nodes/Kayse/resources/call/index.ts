import { resourceProperties } from '../../../shared/fields/resource';
import { schedule } from './schedule';

export const call = resourceProperties('call', [schedule]);
