export class TextLineStream extends TransformStream<string, string> {
  constructor(options?: { allowCR?: boolean });
}
