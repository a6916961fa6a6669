import { resourceOf } from '../../../shared/fields/resource';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { update } from './update';
import { upsert } from './upsert';

export const client = resourceOf({ name: 'Client', value: 'client' }, [create, upsert, remove, get, update]);
