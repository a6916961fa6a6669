import { resourceProperties } from '../../../shared/fields/resource';
import { create } from './create';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const agent = resourceProperties('agent', [getMany, create, get, update]);
