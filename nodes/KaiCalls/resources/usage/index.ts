import { resourceOf } from '../../../shared/fields/resource';
import { getMany } from './getMany';

export const usage = resourceOf({ name: 'Usage', value: 'usage' }, [getMany]);
