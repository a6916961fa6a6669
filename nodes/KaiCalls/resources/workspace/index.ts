import { resourceOf } from '../../../shared/fields/resource';
import { getMany } from './getMany';

export const workspace = resourceOf({ name: 'Workspace', value: 'workspace' }, [getMany]);
