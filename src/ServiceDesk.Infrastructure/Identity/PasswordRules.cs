using Microsoft.AspNetCore.Identity;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Infrastructure.Identity;

/// <summary>Refuses passwords that are long enough and still the first to be tried: the own name or address, and the usual rows of keys.</summary>
internal sealed class PasswordRules : IPasswordValidator<User>
{
    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) => Task.FromResult(
        PasswordStrength.IsGuessable(password ?? "", [user.Email?.Split('@')[0] ?? "", user.DisplayName])
            ? IdentityResult.Failed(new IdentityError { Code = "PasswordGuessable", Description = Texts.Current["Accounts.Error.PasswordGuessable"] })
            : IdentityResult.Success);
}
