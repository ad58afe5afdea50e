using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;

namespace PartyCms.Accounts.Pages.Account;

/// <summary>Whoever is signed in changes the own password.</summary>
[Authorize]
[ResponseCache(NoStore = true)]
internal sealed class PasswordModel(
    UserManager<Accounts.Account> accounts, SignInManager<Accounts.Account> signIn, CmsDbContext db, AuditLog audit) : PageModel
{
    [BindProperty]
    [Display(Name = "原密码")]
    [Required]
    [StringLength(256)]
    [DataType(DataType.Password)]
    public string Current { get; set; } = "";

    [BindProperty]
    [Display(Name = "新密码")]
    [Required]
    [StringLength(256)]
    [DataType(DataType.Password)]
    public string New { get; set; } = "";

    [BindProperty]
    [Display(Name = "再输一次新密码")]
    [Required]
    [Compare(nameof(New), ErrorMessage = "两次输入的新密码不一样。")]
    [DataType(DataType.Password)]
    public string Again { get; set; } = "";

    public bool IsChanged { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await accounts.GetUserAsync(User) is not { } account)
        {
            return Challenge();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await accounts.ChangePasswordAsync(account, Current, New);
        foreach (var error in result.Errors)
        {
            ModelState.AddModelError(error.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? nameof(Current) : nameof(New), error.Description);
        }

        if (result.Succeeded)
        {
            audit.Add("account.password-changed", account.Id, account.UserName);
            await db.SaveChangesAsync(cancellationToken);
            await signIn.RefreshSignInAsync(account);
            IsChanged = true;
        }

        return Page();
    }
}
