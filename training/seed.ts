/** From which all random numbers of training and measuring come: the day of the first weights. */
export const seed = 20_261_128;
