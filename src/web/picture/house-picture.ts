/** Where the picture of the house stands, under the language. */
export const housePicture = '/picture.png';
