// Beside the library, so that who only runs the program does not fetch them.
export * from "npm:@types/d3-scale@4.0.9";
