// Beside the library, so that who only runs the program does not fetch them.
export * from "npm:@types/d3-shape@3.1.8";
