import { resourceProperties } from '../../../shared/fields/resource';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { update } from './update';
import { upsert } from './upsert';

export const client = resourceProperties('client', [create, upsert, remove, get, update]);
