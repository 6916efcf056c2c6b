package madoguchi.staff.account;

import madoguchi.municipality.MunicipalityCode;

/**
 * Somebody of the staff of one town; sees nothing of another.
 *
 * @param username unique within the town
 */
public record StaffMember(MunicipalityCode municipality, String username) {}
