import { resourceProperties } from '../../../shared/fields/resource';
import { create } from './create';
import { getMany } from './getMany';

export const campaign = resourceProperties('campaign', [getMany, create]);
