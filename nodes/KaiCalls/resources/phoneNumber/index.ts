import { resourceOf } from '../../../shared/fields/resource';
import { assign } from './assign';
import { getMany } from './getMany';
import { release } from './release';

export const phoneNumber = resourceOf({ name: 'Phone Number', value: 'phoneNumber' }, [getMany, assign, release]);
