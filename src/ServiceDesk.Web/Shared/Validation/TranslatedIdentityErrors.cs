using Microsoft.AspNetCore.Identity;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Web.Shared.Validation;

/// <summary>What the account system refuses, in the language of the request.</summary>
public sealed class TranslatedIdentityErrors(Texts t) : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Error(nameof(DefaultError), t["Shared.Identity.Other"]);

    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure), t["Shared.Identity.Concurrency"]);

    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), t["Shared.Identity.PasswordMismatch"]);

    public override IdentityError InvalidToken() => Error(nameof(InvalidToken), t["Shared.Identity.InvalidToken"]);

    public override IdentityError InvalidUserName(string? userName) => Error(nameof(InvalidUserName), t["Shared.Identity.InvalidUserName", userName]);

    public override IdentityError InvalidEmail(string? email) => Error(nameof(InvalidEmail), t["Shared.Identity.InvalidEmail", email]);

    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), t["Shared.Identity.DuplicateUserName", userName]);

    public override IdentityError DuplicateEmail(string email) => Error(nameof(DuplicateEmail), t["Shared.Identity.DuplicateEmail", email]);

    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), t["Shared.Identity.PasswordTooShort", length]);

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) => Error(nameof(PasswordRequiresUniqueChars), t["Shared.Identity.PasswordRequiresUniqueChars", uniqueChars]);

    public override IdentityError PasswordRequiresNonAlphanumeric() => Error(nameof(PasswordRequiresNonAlphanumeric), t["Shared.Identity.PasswordRequiresNonAlphanumeric"]);

    public override IdentityError PasswordRequiresDigit() => Error(nameof(PasswordRequiresDigit), t["Shared.Identity.PasswordRequiresDigit"]);

    public override IdentityError PasswordRequiresLower() => Error(nameof(PasswordRequiresLower), t["Shared.Identity.PasswordRequiresLower"]);

    public override IdentityError PasswordRequiresUpper() => Error(nameof(PasswordRequiresUpper), t["Shared.Identity.PasswordRequiresUpper"]);

    private static IdentityError Error(string code, string text) => new() { Code = code, Description = text };
}
