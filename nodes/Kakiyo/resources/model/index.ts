import { resourceProperties } from '../../../shared/fields/resource';
import { get } from './get';
import { getMany } from './getMany';

export const model = resourceProperties('model', [getMany, get]);
