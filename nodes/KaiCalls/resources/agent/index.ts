import { resourceOf } from '../../../shared/fields/resource';
import { create } from './create';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const agent = resourceOf({ name: 'Agent', value: 'agent' }, [getMany, create, get, update]);
