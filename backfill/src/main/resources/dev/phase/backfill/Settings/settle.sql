SELECT true FROM (<settings>) AS settings
