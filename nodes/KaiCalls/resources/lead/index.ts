import { resourceOf } from '../../../shared/fields/resource';
import { create } from './create';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const lead = resourceOf({ name: 'Lead', value: 'lead' }, [getMany, create, get, update]);
