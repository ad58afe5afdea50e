// The page of one file.
import { startCopy } from "./copy.js";

startCopy(document);
