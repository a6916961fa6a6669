import { stormsHold } from './holds';

stormsHold(0);
