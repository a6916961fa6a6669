import { resourceOf } from '../../../shared/fields/resource';
import { verify } from './verify';

export const apiKey = resourceOf({ name: 'API Key', value: 'apiKey' }, [verify]);
