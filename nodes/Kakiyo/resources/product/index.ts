import { resourceOf } from '../../../shared/fields/resource';
import { create } from './create';
import { getMany } from './getMany';

/** The API has no way to read, change or delete one product. */
export const product = resourceOf({ name: 'Product', value: 'product' }, [getMany, create]);
