import { resourceProperties } from '../../../shared/fields/resource';
import { getMany } from './getMany';

export const usage = resourceProperties('usage', [getMany]);
