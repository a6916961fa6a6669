import { resourceProperties } from '../../../shared/fields/resource';
import { assign } from './assign';
import { getMany } from './getMany';
import { release } from './release';

export const phoneNumber = resourceProperties('phoneNumber', [getMany, assign, release]);
