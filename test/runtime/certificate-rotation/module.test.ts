import { MOST_MODULE_BYTES } from '../../../lib/runtime/certificate-rotation/contract';
import { rotatorModule } from '../../../lib/runtime/certificate-rotation/module';
import { testRuntimeModule } from '../../kit/runtime-module';

testRuntimeModule('certificate-rotation', rotatorModule(), MOST_MODULE_BYTES);
