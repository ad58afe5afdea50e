// The page of one file.
import "./confirm.js";
import { startCopy } from "./copy.js";

startCopy(document);
