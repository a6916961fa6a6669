import { resourceOf } from '../../../shared/fields/resource';
import { getMany } from './getMany';

export const metadata = resourceOf({ name: 'Metadata', value: 'metadata' }, [getMany]);
