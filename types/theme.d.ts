/** A theme is a style sheet: import it for its effect, or give its address to a `link`. */
declare const styles: string;
export default styles;
