import { resourceOf } from '../../../shared/fields/resource';
import { create } from './create';
import { getMany } from './getMany';

export const campaign = resourceOf({ name: 'Campaign', value: 'campaign' }, [getMany, create]);
