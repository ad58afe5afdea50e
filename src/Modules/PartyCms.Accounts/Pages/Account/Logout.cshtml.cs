using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PartyCms.Accounts.Pages.Account;

/// <summary>Sign-out asks once, so that a link on another site signs nobody out.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true)]
internal sealed class LogoutModel(SignInManager<Accounts.Account> signIn) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        return LocalRedirect("/");
    }
}
