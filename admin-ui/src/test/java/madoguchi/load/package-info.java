/**
 * Load and faults from outside, on server processes: short forms as tests, long ones by properties.
 */
package madoguchi.load;
