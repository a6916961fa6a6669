import { resourceProperties } from '../../../shared/fields/resource';
import { add } from './add';

export const prospect = resourceProperties('prospect', [add]);
