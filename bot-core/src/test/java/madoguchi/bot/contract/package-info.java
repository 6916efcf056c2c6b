/** The contracts of the ports as tests: whoever keeps a port in another way extends them. */
package madoguchi.bot.contract;
