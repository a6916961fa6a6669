import { resourceOf } from '../../../shared/fields/resource';
import { add } from './add';
import { check } from './check';
import { getMany } from './getMany';
import { remove } from './remove';

/** The team's Do Not Contact list. */
export const dnc = resourceOf({ name: 'Do Not Contact', value: 'dnc' }, [add, check, getMany, remove]);
