import { resourceOf } from '../../../shared/fields/resource';
import { get } from './get';
import { getMany } from './getMany';

export const model = resourceOf({ name: 'Model', value: 'model' }, [getMany, get]);
